package ir.parvaneh.dev.allinone;

import ir.parvaneh.dev.issuer.CityPeople;
import java.net.URI;
import java.time.Duration;

/** What a newcomer is told when the city is ready: where it is, who one can be, and three lines that work. */
final class Welcome {
    private Welcome() {}

    static String text(URI gateway, URI issuer, Duration took) {
        return """

                The city is at %1$s (API page %1$s/docs), ready after %2$.1f s.

                Be anybody (./city token NAME):
                  citizen-0001 … citizen-%3$d              engineer-001 … engineer-%4$d
                  office-001-clerk-1, -clerk-2, -inspector-1…3, -head, -plan-controller   (to office-%5$d)
                  district-01-expert-1, -expert-2, -income-1, -income-2, -head, -deputy, -mayor   (to district-%6$d)
                  agency-utilities-1, agency-buffer-zone-1, engineering-organisation-1, commission-architecture-1
                  operator-1 (on call), auditor-1

                Try it:
                %7$s
                """.formatted(
                        gateway,
                        took.toMillis() / 1000.0,
                        CityPeople.CITIZENS,
                        CityPeople.ENGINEERS,
                        CityPeople.OFFICES,
                        CityPeople.DISTRICTS,
                        curl(gateway, issuer));
    }

    private static String curl(URI gateway, URI issuer) {
        return """
                  T=$(curl -s -u citizen-0001:dev -d grant_type=client_credentials %2$s/oauth2/token \
                | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  F=$(curl -s -H "Authorization: Bearer $T" -H "Idempotency-Key: $(date +%%s%%N)" \
                -H 'Content-Type: application/json' -d '{"requestType":"PERMIT_NEW_BUILD",\
                "renovationCode":"7-1-12-4-0-0-0","districtNo":7,"officeWish":"office-017"}' %1$s/v1/applications \
                | sed 's/^{"id":"\\([^"]*\\)".*/\\1/')
                  curl -s -H "Authorization: Bearer $T" %1$s/v1/applications/$F""".formatted(gateway, issuer);
    }
}
