package dev.readygate.signals.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Resolves names to addresses; may block. */
@FunctionalInterface
public interface NameResolver {
    NameResolver SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    /** @return at least one address, in the order in which to try them */
    List<InetAddress> resolve(String name) throws UnknownHostException;
}
