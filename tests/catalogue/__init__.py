"""The catalogue of Chinese messages: what is to be translated, the file that holds it, its faults."""
