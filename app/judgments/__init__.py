"""What the court decides by itself: judgment and its pronouncement, and the ruling on a withdrawal."""
