package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Requests by FastCGI, through the program cgi-fcgi as a web server makes them.
 *
 * @param port where the server listens
 * @param script that answers
 */
record FastCgiRequests(int port, Path script) implements Requests {

  @Override
  public long answeredBy(String path) throws IOException {
    int query = path.indexOf('?');
    String answer =
        ProgramOutput.of(
            List.of("cgi-fcgi", "-bind", "-connect", "127.0.0.1:" + port),
            Map.of(
                "REQUEST_METHOD",
                "GET",
                "SCRIPT_FILENAME",
                script.toString(),
                "REQUEST_URI",
                path,
                "QUERY_STRING",
                query < 0 ? "" : path.substring(query + 1)));
    if (answer.startsWith("Status:")) {
      throw new IOException("PHP refused " + path + ": " + answer);
    }
    return Long.parseLong(answer.substring(answer.lastIndexOf('\n') + 1));
  }
}
