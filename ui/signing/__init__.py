"""签名捺印、用印: who signs what now, by pen, thumb, key, seal or on paper."""
