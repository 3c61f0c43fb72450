"""Generated examples here are judged by their answers only: a busy machine must not fail them."""

from hypothesis import HealthCheck, settings

settings.register_profile("xunhui-rules", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("xunhui-rules")
