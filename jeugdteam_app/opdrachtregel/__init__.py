"""De opdrachtregel: dezelfde handelingen als het scherm, zonder scherm."""
