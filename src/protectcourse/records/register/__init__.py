"""The register: what an organisation has been handed in, merged."""
