"""The Re-employment Preferential Certificate (再就业优惠证): entitlement, validity, application."""
