package ir.parvaneh.district.commission;

import ir.parvaneh.iran.WorkingCalendar;

/** Everything that decides about dockets, made from one article and one calendar. Plain Java. */
record Commission(
        DocketJudge judge,
        Referring referring,
        Sittings sittings,
        DocketActing acting,
        Defending defending,
        DocketTerms terms,
        DocketViews views) {

    static Commission of(Article100 article, WorkingCalendar days) {
        DocketJudge judge = new DocketJudge(article, days);
        DocketActing acting = new DocketActing(judge, article);
        return new Commission(
                judge,
                new Referring(judge, article.policy()),
                new Sittings(judge, new Fines(article.policy())),
                acting,
                new Defending(acting, article.policy()),
                new DocketTerms(judge, article.policy().lateGrace()),
                new DocketViews(judge));
    }
}
