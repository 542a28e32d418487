"""De kluis op schijf: SQLCipher met het journaal, concepten en het toegangslog."""
