package dev.propusk.token.web;

import dev.propusk.api.IdempotentCalls;
import dev.propusk.api.Input;
import dev.propusk.api.Inputs;
import dev.propusk.api.RequestKey;
import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.generate.Generation.Generated;
import dev.propusk.token.search.TokenResource;
import dev.propusk.token.search.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** One token, and the making of many. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class TokenController {
    private final Generation generation;
    private final IdempotentCalls once;
    private final Activation activation;
    private final Annulments ending;
    private final Tokens tokens;
    private final CurrentUser currentUser;
    private final Inputs inputs;
    private final JsonMapper json;
    private final Clock clock;

    TokenController(
            Generation generation,
            IdempotentCalls once,
            Activation activation,
            Annulments ending,
            Tokens tokens,
            CurrentUser currentUser,
            Inputs inputs,
            JsonMapper json,
            Clock clock) {
        this.generation = generation;
        this.once = once;
        this.activation = activation;
        this.ending = ending;
        this.tokens = tokens;
        this.currentUser = currentUser;
        this.inputs = inputs;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/quota")
    QuotaResource quota(HttpServletRequest request) {
        inputs.query(request).check();
        return QuotaResource.of(tokens.quota(contract()));
    }

    @PostMapping("/tokens")
    ResponseEntity<String> generate(HttpServletRequest request) throws Exception {
        Input body = inputs.body(request);
        String key = RequestKey.of(request, body);
        TokenRequest order = TokenRequests.read(body);
        String answer = key == null
                ? written(generation.generate(contract(), order))
                : once.call(
                        contract(),
                        TokenRequests.key(key, order),
                        () -> written(generation.generateWithin(contract(), order)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer);
    }

    @GetMapping("/tokens/{id}")
    TokenResource get(@PathVariable String id, HttpServletRequest request) {
        inputs.query(request).check();
        return answer(tokens.get(contract(), id(id)));
    }

    @PostMapping("/tokens/{id}/annulment")
    TokenResource annul(@PathVariable String id, HttpServletRequest request) throws Exception {
        Input body = inputs.body(request);
        boolean devices = body.flag("devices");
        body.check();
        return answer(ending.annul(contract(), id(id), devices));
    }

    @PostMapping("/tokens/{id}/activation")
    TokenResource activate(@PathVariable String id, HttpServletRequest request) throws Exception {
        MacAddress mac = mac(request);
        return answer(activation.activateByHand(contract(), id(id), mac));
    }

    @PostMapping("/tokens/{id}/mac")
    TokenResource move(@PathVariable String id, HttpServletRequest request) throws Exception {
        MacAddress mac = mac(request);
        return answer(activation.moveToNewMac(contract(), id(id), mac));
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        ending.delete(contract(), id(id));
    }

    private MacAddress mac(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        Input body = inputs.body(request);
        MacAddress mac = body.requiredMac("mac");
        body.check();
        return mac;
    }

    private ContractId contract() {
        return currentUser.contract();
    }

    private TokenResource answer(Token token) {
        return TokenResource.of(token, clock.instant());
    }

    private String written(Generated generated) {
        List<TokenResource> made = generated.tokens().stream().map(this::answer).toList();
        return json.writeValueAsString(new GenerationResource(
                made, generated.quota().unused(), generated.quota().limit()));
    }

    private static TokenId id(String text) {
        return TokenId.read(text).orElseThrow(TokenNotFoundException::new);
    }
}
