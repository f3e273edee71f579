// Handlers of our API.
