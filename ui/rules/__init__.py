"""诉讼费与期限计算: fees, periods and identity numbers by the article."""
