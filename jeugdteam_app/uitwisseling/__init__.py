"""Bestanden naar en van anderen. Hier: de iJw-toewijzing (JW301)."""
