package io.linernotes.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Calls a simulated provider. */
record Caller(URI base, String header, String value) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static Caller of(URI base) {
    return new Caller(base, "User-Agent", "linernotes-test/1 (test@example.org)");
  }

  static Caller withToken(URI base, String token) {
    return new Caller(base, "Authorization", "Bearer " + token);
  }

  /** Gets a path, in which every {@code %s} stands for a parameter that is to be encoded. */
  Answer get(String path, String... parameters) throws IOException, InterruptedException {
    return sent(request(path, parameters).GET().build());
  }

  Answer post(String path, String form) throws IOException, InterruptedException {
    return sent(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private HttpRequest.Builder request(String path, String... parameters) {
    Object[] encoded = new Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      encoded[i] = URLEncoder.encode(parameters[i], StandardCharsets.UTF_8);
    }
    String url = base + (encoded.length == 0 ? path : path.formatted(encoded));
    return HttpRequest.newBuilder(URI.create(url)).header(header, value);
  }

  private static Answer sent(HttpRequest request) throws IOException, InterruptedException {
    return new Answer(CLIENT.send(request, BodyHandlers.ofString()));
  }

  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() throws IOException {
      return Json.MAPPER.readTree(response.body());
    }

    /** The value at a JSON pointer. */
    JsonNode at(String pointer) throws IOException {
      return json().at(pointer);
    }
  }
}
