"""宣判、撤诉: announce a judgment, rule on an application to withdraw."""
