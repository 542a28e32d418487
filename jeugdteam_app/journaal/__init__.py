"""Het hart: elke wijziging van één veld, en hoe daaruit de stand volgt. Zonder opslag, zonder klok."""
