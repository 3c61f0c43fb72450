"""The sitting: its turns word by word, inquiries and inspections, absence and adjournment (domain: 庭审)."""
