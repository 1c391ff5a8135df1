package dev.plimsoll.agent.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the system's choice on loopback, for programs that want to be told one. */
final class FreePort {
  private FreePort() {}

  /** One that is free now. */
  static int choose() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
