"""De productenboeken: welke segmenten en producten een regio heeft, met normen die een status dragen."""
