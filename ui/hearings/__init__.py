"""庭审: the hearing page."""
