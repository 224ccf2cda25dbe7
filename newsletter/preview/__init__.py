"""Pages in the terminal: pictures where it can show them, half blocks everywhere, text and wireframes."""
