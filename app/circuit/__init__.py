"""The circuit trip: departure, villages, the services that open no case, and what is left to do in each place."""
