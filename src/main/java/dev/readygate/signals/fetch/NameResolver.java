package dev.readygate.signals.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Names to addresses; may block. */
@FunctionalInterface
public interface NameResolver {
    NameResolver SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    /** @return at least one address, the one to be tried first at the front */
    List<InetAddress> resolve(String name) throws UnknownHostException;
}
