"""Software and technology associated with advanced computing items."""
