"""数据回传: send home, bring cases down, carry a stick."""
