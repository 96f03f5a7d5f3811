"""Who owns a party: stakes, majorities, ultimate parents and the share that listed parties hold together."""
