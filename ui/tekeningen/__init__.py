"""De tekeningen: wat mensen liever zien dan lezen. Elke tekening heeft ook een tekst die hetzelfde zegt."""
