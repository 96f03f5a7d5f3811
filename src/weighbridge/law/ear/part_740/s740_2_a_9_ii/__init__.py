"""15 CFR 740.2(a)(9)(ii): which license exceptions remain for advanced computing items."""
