"""The library as an HTTP service (再就业政策服务): measures, rules, documents.

``application`` is an ASGI application. ``python -m gansu_reemployment serve`` runs it.

>>> from gansu_reemployment_service_http import Settings, application
>>> application(Settings()).state.desk.host.regions.find("天水市").id
'620500'
"""

from gansu_reemployment_service_http.application import application
from gansu_reemployment_service_http.settings import Settings

__version__ = "26.11.0"

__all__ = ["Settings", "__version__", "application"]
