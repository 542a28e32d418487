"""Proeven: een map per kamer, reizen door het echte venster, zware bewijzen en metingen."""
