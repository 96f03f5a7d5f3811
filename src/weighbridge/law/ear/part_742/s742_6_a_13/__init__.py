"""15 CFR 742.6(a)(13): the parameters of AI models require a license worldwide."""
