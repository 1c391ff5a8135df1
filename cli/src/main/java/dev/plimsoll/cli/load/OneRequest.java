package dev.plimsoll.cli.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A GET over a connection of its own, sent once. The JDK's HTTP client sends a request again when
 * its connection breaks, which would hide exactly what is counted here.
 *
 * @param patience how long it waits for the whole answer
 */
record OneRequest(InetSocketAddress server, Duration patience) {
  private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.[01] (\\d{3})");
  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");
  private static final String END_OF_HEAD = "\r\n\r\n";

  Outcome send(String target) {
    long deadline = System.nanoTime() + patience.toNanos();
    try (Socket socket = new Socket()) {
      socket.connect(server, millisUntil(deadline));
      socket.getOutputStream().write(head(target));
      return outcome(read(socket, deadline));
    } catch (ConnectException e) {
      return Outcome.REFUSED;
    } catch (SocketTimeoutException e) {
      return Outcome.TIMED_OUT;
    } catch (IOException e) {
      return Outcome.FAILED;
    }
  }

  private byte[] head(String target) {
    return "GET %s HTTP/1.0\r\nHost: %s\r\nConnection: close\r\n\r\n"
        .formatted(target, server.getHostString())
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String read(Socket socket, long deadline) throws IOException {
    StringBuilder answer = new StringBuilder();
    byte[] part = new byte[4096];
    InputStream in = socket.getInputStream();
    while (true) {
      socket.setSoTimeout(millisUntil(deadline));
      int count = in.read(part);
      if (count < 0) {
        return answer.toString();
      }
      answer.append(new String(part, 0, count, StandardCharsets.ISO_8859_1));
    }
  }

  private static int millisUntil(long deadline) throws SocketTimeoutException {
    long millis = (deadline - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw new SocketTimeoutException();
    }
    return Math.toIntExact(millis);
  }

  /** What an answer means, read up to where the server closed the connection. */
  static Outcome outcome(String answer) {
    int end = answer.indexOf(END_OF_HEAD);
    Matcher status = STATUS.matcher(answer);
    if (end < 0 || !status.find()) {
      return Outcome.FAILED;
    }
    int code = Integer.parseInt(status.group(1));
    if (code == 503) {
      return Outcome.REFUSED;
    }
    Matcher length = LENGTH.matcher(answer.substring(0, end).toLowerCase(Locale.ROOT));
    int body = answer.length() - end - END_OF_HEAD.length();
    boolean whole = !length.find() || Integer.parseInt(length.group(1)) == body;
    return code < 400 && whole ? Outcome.COMPLETED : Outcome.FAILED;
  }
}
