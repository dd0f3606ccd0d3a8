package ir.parvaneh.audit;

import ir.parvaneh.audit.ChainFault.What;
import java.util.ArrayList;
import java.util.List;

/** Chains as they are written, and what may be done to them afterwards. */
final class Written {
    private final List<Link> links = new ArrayList<>();
    private final long number;
    private final String head;

    private Written(int length) {
        String before = "";
        for (long n = 1; n <= length; n++) {
            links.add(sealed(link(n, n, "{\"said\":" + n + "}", ""), before));
            before = links.getLast().hash();
        }
        number = length;
        head = before;
    }

    static Written chain(int length) {
        return new Written(length);
    }

    private static Link link(long place, long number, String data, String hash) {
        return new Link(
                place,
                number,
                "/things",
                "a",
                "id" + number,
                "told",
                "2026-01-01T00:00:00.000Z",
                data,
                null,
                null,
                hash);
    }

    private static Link sealed(Link link, String before) {
        String text = String.join(
                "\n",
                before,
                link.source(),
                link.aggregate(),
                Long.toString(link.number()),
                link.id(),
                link.type(),
                link.at(),
                link.data(),
                "",
                "");
        return link(link.place(), link.number(), link.data(), Hashes.text(Hashes.sha256(text)));
    }

    Link at(int place) {
        return links.get(place - 1);
    }

    Written changed(int place) {
        links.set(
                place - 1, link(place, place, "{\"said\":\"other\"}", at(place).hash()));
        return this;
    }

    /** By somebody who knows how the hash is made. */
    Written changedWithItsHash(int place) {
        String before = place == 1 ? "" : at(place - 1).hash();
        links.set(place - 1, sealed(link(place, place, "{\"said\":\"other\"}", ""), before));
        return this;
    }

    Written without(int place) {
        links.removeIf(link -> link.place() == place);
        return this;
    }

    /** @param renumbered each takes the other's number too */
    Written swapped(int one, int other, boolean renumbered) {
        Link first = at(one);
        Link second = at(other);
        links.set(one - 1, moved(second, one, renumbered));
        links.set(other - 1, moved(first, other, renumbered));
        return this;
    }

    private static Link moved(Link link, long place, boolean renumbered) {
        return link(place, renumbered ? place : link.number(), link.data(), link.hash());
    }

    Written with(Link surplus) {
        links.add(surplus);
        return this;
    }

    Link next() {
        return sealed(link(number + 1, number + 1, "{}", ""), head);
    }

    Chain chain() {
        return new Chain("/things", "a", number, head, links);
    }

    List<String> faults() {
        return ChainCheck.faults(chain()).stream()
                .map(fault -> fault.number() + " " + fault.what().wire())
                .toList();
    }

    static String missing(long number) {
        return number + " " + What.MISSING.wire();
    }
}
