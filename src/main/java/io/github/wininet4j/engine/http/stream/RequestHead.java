package io.github.wininet4j.engine.http.stream;

import io.github.wininet4j.engine.http.head.HeaderFields;
import io.github.wininet4j.engine.url.HttpUrl;

/**
 * The head of a request, complete.
 *
 * @param verb the verb
 * @param url the URL; the route decides how much of it stands in the request line
 * @param headers the headers
 */
public record RequestHead(String verb, HttpUrl url, HeaderFields headers) {}
