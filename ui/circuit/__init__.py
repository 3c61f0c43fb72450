"""巡回: departure, services that open no case, and the checks before leaving."""
