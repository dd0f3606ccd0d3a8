package ir.parvaneh.application.schemas;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/ping}: does nothing for anybody with a valid token, so that the cost of the way can be measured. */
@RestController
final class PingEndpoint {

    @GetMapping("/v1/ping")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ping() {
        // Nothing is the whole of it: what is measured is the way here and back.
    }
}
