package dev.propusk.token.web;

import dev.propusk.token.search.TokenResource;
import java.util.List;

/** What was generated, and how full the contract is now. */
record GenerationResource(List<TokenResource> tokens, int unused, int limit) {}
