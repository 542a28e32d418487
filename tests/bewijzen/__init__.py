"""De zware bewijzen. Elk eindigt met 'N passed, N failed'; een snelle vorm draait mee in de proeven."""
