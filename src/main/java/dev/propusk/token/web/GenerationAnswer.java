package dev.propusk.token.web;

import dev.propusk.token.TokenResource;
import java.util.List;

/** What was generated, and how full the contract is now. */
record GenerationAnswer(List<TokenResource> tokens, int unused, int limit) {}
