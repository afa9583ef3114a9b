/** The stay of knee-discharge.hl7 as a FHIR bundle, its times counted from `now`. */
export function kneeBundle(now: Date, change: { status?: string; end?: boolean } = {}) {
  const hours = (n: number) => new Date(now.getTime() + n * 3_600_000).toISOString();
  const day = (n: number) => new Date(now.getTime() + n * 24 * 3_600_000 + 8 * 3_600_000).toISOString().slice(0, 10);
  const v2 = (table: string, code: string) => ({
    coding: [{ system: `http://terminology.hl7.org/CodeSystem/${table}`, code }],
  });
  const icd = (code: string, display: string) => ({
    coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code, display }],
  });
  const phone = (value: string) => [{ system: 'phone', value, use: 'mobile' }];
  const patient = { reference: 'Patient/p1' };
  const medicine = (id: string, code: string, text: string, dose: [number, string], often: string, days: number) => ({
    resourceType: 'MedicationRequest',
    id,
    status: 'active',
    intent: 'order',
    subject: patient,
    medicationCodeableConcept: { coding: [{ system: 'YPDM', code, display: text }] },
    dosageInstruction: [
      {
        timing: { code: { text: often }, repeat: { boundsPeriod: { start: day(0), end: day(days) } } },
        route: { text: '口服' },
        doseAndRate: [{ doseQuantity: { value: dose[0], unit: dose[1] } }],
      },
    ],
  });
  const relative = (id: string, text: string, relationship: string, number: string) => ({
    resourceType: 'RelatedPerson',
    id,
    patient,
    name: [{ text }],
    relationship: [{ text: relationship }],
    telecom: phone(number),
  });
  const resources = [
    {
      resourceType: 'Patient',
      id: 'p1',
      identifier: [{ system: 'GUIAN', value: 'MR20260001', type: v2('v2-0203', 'MR') }],
      name: [{ use: 'official', family: '张', given: ['桂兰'] }],
      gender: 'female',
      birthDate: '1958-03-12',
      telecom: phone('13800010001'),
    },
    relative('r1', '李建军', '儿子', '13800010002'),
    relative('r2', '李国强', '配偶', '13800010003'),
    {
      resourceType: 'Encounter',
      id: 'e1',
      status: change.status ?? 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' },
      identifier: [{ value: 'ZY20260001', type: v2('v2-0203', 'VN') }],
      subject: patient,
      priority: v2('v3-ActPriority', 'R'),
      participant: [{ type: [v2('v3-ParticipationType', 'ATND')], individual: { identifier: { value: 'D201' } } }],
      reasonCode: [{ text: '右膝疼痛伴活动受限' }],
      plannedEndDate: day(1),
      period: { start: hours(-8 * 24), ...(change.end === false ? {} : { end: hours(-23) }) },
      location: [
        { location: { identifier: { value: 'GK1' } } },
        { location: { identifier: { value: '12-1' } }, physicalType: v2('location-physical-type', 'bd') },
      ],
      diagnosis: [
        { condition: { reference: 'Condition/c1' }, use: v2('diagnosis-role', 'DD'), rank: 1 },
        { condition: { reference: 'Condition/c2' }, use: v2('diagnosis-role', 'DD'), rank: 2 },
      ],
      hospitalization: { dischargeDisposition: v2('discharge-disposition', 'home') },
    },
    { resourceType: 'Condition', id: 'c1', subject: patient, code: icd('M17.1', '单侧原发性膝关节病') },
    { resourceType: 'Condition', id: 'c2', subject: patient, code: icd('I10', '原发性高血压') },
    {
      resourceType: 'Procedure',
      id: 'o1',
      status: 'completed',
      subject: patient,
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-9-cm', code: '81.54', display: '右侧全膝关节置换术' }] },
      performedDateTime: hours(-6 * 24),
    },
    medicine('m1', 'B01AF01', '利伐沙班片', [10, 'mg'], '每日一次', 27),
    medicine('m2', 'M01AH01', '塞来昔布胶囊', [200, 'mg'], '每日两次', 13),
    medicine('m3', 'A02BC04', '雷贝拉唑钠肠溶片', [20, 'mg'], '每日一次', 13),
  ];
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    identifier: { value: 'B-1' },
    timestamp: now.toISOString(),
    entry: resources.map((resource) => ({
      fullUrl: `http://his.example/${resource.resourceType}/${resource.id}`,
      resource,
      request: { method: 'PUT', url: `${resource.resourceType}/${resource.id}` },
    })),
  };
}
