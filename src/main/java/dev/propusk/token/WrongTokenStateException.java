package dev.propusk.token;

/** The token is in a state in which this can't be done with it. */
public class WrongTokenStateException extends RuntimeException {
    private final transient TokenId token;
    private final TokenState state;

    public WrongTokenStateException(TokenId token, TokenState state) {
        super("Token " + token + " is " + state);
        this.token = token;
        this.state = state;
    }

    public TokenId token() {
        return token;
    }

    public TokenState state() {
        return state;
    }
}
