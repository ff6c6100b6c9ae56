package kr.madang.kernel.web;

import java.time.LocalDate;
import java.util.UUID;
import kr.madang.kernel.Refused;
import kr.madang.kernel.access.Open;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** Handlers that fail in every way a handler can. */
@Controller
@Open
class TroublePages {
    int acted;

    @GetMapping({"/trouble/refused", "/api/trouble/refused"})
    String refused() {
        throw Refused.invalid("kernel.period.reversed", "2023-02-01", "2023-01-01");
    }

    @GetMapping("/trouble/bug")
    String bug() {
        throw new IllegalStateException("secret detail");
    }

    @GetMapping("/trouble/database")
    String database() {
        throw new DataAccessResourceFailureException("jdbc:postgresql://10.0.0.1/secret");
    }

    @ResponseBody
    @GetMapping("/trouble/day")
    String day(@RequestParam LocalDate on) {
        return on.toString();
    }

    @ResponseBody
    @GetMapping("/trouble/number")
    String number(@RequestParam int year) {
        return Integer.toString(year);
    }

    @ResponseBody
    @GetMapping("/trouble/thing/{id}")
    String thing(@PathVariable UUID id) {
        return id.toString();
    }

    @ResponseBody
    @PostMapping("/trouble/file")
    String file(@RequestParam MultipartFile file) {
        return file.getName();
    }

    @PostMapping("/trouble/act")
    synchronized String act(@RequestParam(defaultValue = "") String how) throws InterruptedException {
        if (how.equals("refuse")) throw Refused.invalid("kernel.form.missing");
        if (how.equals("slow")) Thread.sleep(400);
        acted++;
        return "redirect:/trouble/acted/" + acted;
    }

    @ResponseBody
    @PostMapping("/trouble/quiet")
    String quiet() {
        acted++;
        return "ok";
    }
}
