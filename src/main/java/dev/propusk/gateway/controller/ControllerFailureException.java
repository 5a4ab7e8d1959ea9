package dev.propusk.gateway.controller;

/** A controller did not do what it was told. */
class ControllerFailureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ControllerFailure failure;

    ControllerFailureException(ControllerFailure failure) {
        super(failure.name());
        this.failure = failure;
    }

    ControllerFailureException(ControllerFailure failure, Throwable cause) {
        super(failure.name(), cause);
        this.failure = failure;
    }

    ControllerFailure failure() {
        return failure;
    }
}
