"""Alles wat u ziet; de enige plek die PySide6 kent."""
