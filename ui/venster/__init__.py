"""Het venster en de weg erdoor: openen, overzicht, dossier, instellingen en handboek."""
