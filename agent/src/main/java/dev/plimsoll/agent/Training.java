package dev.plimsoll.agent;

import dev.plimsoll.agent.serve.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;

/** Goes once through what the agent does, so that the class cache holds it. */
final class Training {
  private Training() {}

  static void rehearse(GuardLoop loop, Endpoint endpoint) throws IOException {
    Thread guarding = Thread.ofPlatform().name("guard").start(loop);
    for (String path : List.of("/healthz", "/sample", "/metrics")) {
      try (InputStream answer =
          URI.create("http://127.0.0.1:" + endpoint.port() + path).toURL().openStream()) {
        answer.readAllBytes();
      }
    }
    loop.close();
    try {
      guarding.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
