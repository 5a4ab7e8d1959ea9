package dev.propusk.web;

import java.io.IOException;

/** The body is longer than any call needs. */
public class BodyTooLargeException extends IOException {
    public BodyTooLargeException(int most) {
        super("More than " + most + " bytes");
    }
}
