"""Het werk: per hoofdstuk hele handelingen, en de enige deur voor scherm en opdrachtregel.

Elke handeling die schrijft is één transactie. Wie een dossier opent, afdrukt of uitvoert, komt in het
toegangslog.
"""
