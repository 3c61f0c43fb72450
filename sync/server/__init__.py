"""The court's side: takes what laptops send, keeps it encrypted, and answers with signed receipts."""
