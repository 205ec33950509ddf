namespace ReadinessPortal.UnitTests.Packages;

/// <summary>A package in which every key of the format occurs.</summary>
internal static class Everything
{
    public const string Yaml = """
        format: readiness-package/2
        launch:
          key: GA-1
          title: A launch
          phase: First
          reportDate: 2025-11-15
          targetDate: 2025-12-01
          hypercareDays: 7
          validity:
            scan: 14
            tests: 14
            load: 45
            drill: 120
            certificate: 200
            other: 60
          classification: Internal
          timeZone: UTC
          preparedBy: One
          reviewedBy: Another
          documentVersion: 1.0.0
          nextReview: 2025-12-10
          release: { name: app:v1, version: "1", digest: sha256:00, commit: abc }
          asOf: 2025-11-15
          accent: "#0f4c5c"
          logo: mark
          isDemo: true
        roles:
          - { key: lead, title: Lead, kind: business, accountable: true, printedName: N. N., meaning: I did }
        categories:
          - key: security
            title: Security
            weight: 1.5
            lead: lead
            note: A note
            scores: [{ key: first, value: 90, rationale: Fine, by: Lead, at: 2025-11-15T00:00:00Z }]
        criteria:
          - key: mtls
            title: mTLS
            category: security
            result: passed
            progress: 100
            rationale: It works
            owner: lead
            due: 2025-11-20
            statements: [{ key: a, text: It is on }]
            measurements:
              - key: lag
                metric: Lag
                reading: tests.duration
                slot: eu
                value: 4.1 s
                statistic: p95
                window: a day
                scope: here
                comparator: within
                target: 1 s
                upperTarget: 5 s
                implied: true
                source: a page
                evidence: scan
                note: A note
              - { key: near, metric: Near, value: 3 s, comparator: lessThan, target: 5 s, warnsFrom: 4 s }
            validations:
              - key: check
                title: Check
                command: ls
                language: bash
                expectation: a file
                expects: "contains: file"
                output: a file
                exitCode: 0
                recordedOn: 2025-11-15
                dateAssumed: true
                note: A note
                release: app:v1
            documents: [{ key: page, title: Page, href: /page }]
            drills: [fire]
        gates:
          - key: hard
            title: Hardened
            kind: niceToHave
            criteria: [mtls]
            evidenceSentence: It is
            timeline: Soon
            confidence: 90
            manualColour: red
            manualReason: Because
        registers:
          - key: budget
            title: Budget
            chapter: finance
            note: A note
            periodFrom: 2025-11-01
            periodTo: 2025-11-30
            stateOf: 2025-11-15
            columns:
              - key: actual
                title: Actual
                kind: money
                unit: USD
                total: formula
                totalFormula: actual * 2
                comparator: atMost
                target: "100"
                budgetRole: spent
              - { key: half, title: Half, formula: actual / 2 }
            rows: [{ key: one, cells: { actual: "20" } }]
        drills:
          - key: fire
            title: Fire
            scenario: It burns
            heldOn: 2025-11-08
            rtoTarget: 15 min
            rpoTarget: 5 min
            rpo: 3.2 s
            transactionsLost: 0
            owner: lead
            logs:
              - key: log
                title: Log
                source: a page
                evidence: scan
                events: [{ key: start, at: "10:00:00", text: It starts, mark: start }]
            lessons: [{ key: a, text: Water helps }]
            actions: [todo]
        items:
          - key: todo
            title: To do
            severity: low
            priority: high
            impact: Little
            target: 2026-Q1
            owner: A team
            blocking: true
            closed: true
            criterion: mtls
            note: A note
            places: [a page]
        risks:
          - key: late
            title: Late
            description: It may be
            mitigation: Hurry
            impact: medium
            impactNote: Some
            likelihood: low
            owner: A team
            item: todo
        milestones: [{ key: day, title: The day, when: 2025-11-25..2025-11-30, note: A note }]
        narratives: [{ key: text, kind: note, title: A title, text: A text, chapter: finance }]
        recommendations:
          - { key: go, role: lead, by: Lead, advice: Go, comment: Fine, source: a page, on: 2025-11-15 }
        contacts: [{ key: us, group: technical, title: Us, address: us@example.org }]
        figures: [{ key: two, title: Two, formula: 1 + 1, unit: "%" }]
        claims: [{ key: three, figure: two, stated: "3", place: a page, headline: true, note: A note }]
        evidence:
          - { key: mark, title: Mark, fileName: mark.png }
          - key: scan
            title: Scan
            class: certificate
            fileName: scan.json
            citedAs: /scan.json
            sha256: "0000000000000000000000000000000000000000000000000000000000000000"
            size: 12
            mediaType: application/json
            capturedOn: 2025-11-15
            capturedAssumed: true
            expiresOn: 2025-11-25
            release: app:v1
            slot: eu
            note: A note
            postedWith: mark
            supports: [criterion:mtls, registerRow:budget/one]
        """;
}
