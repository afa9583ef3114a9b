import type { Role } from '../../contract/identity.ts';

/** The demo hospital: the one list of its wards, people and logins. Nobody in it is real. */
export const DEMO_HOSPITAL = {
  code: 'demo',
  name: '归安示范医院',
  name_en: 'Dayone Demonstration Hospital',
  time_zone: 'Asia/Shanghai',
  ownership: 'public',
  region: '310000',
  demo: true,
} as const;

export const DEMO_WARDS = [
  { code: 'GK1', name: '骨科一病区', specialty: '骨科', phone: '021-55550101' },
  { code: 'XN1', name: '心内科一病区', specialty: '心血管内科', phone: '021-55550102' },
  { code: 'KQ', name: '口腔科门诊', specialty: '口腔科', phone: '021-55550103' },
] as const;

interface DemoPerson {
  readonly staffNo: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly { role: Role; ward: string | null }[];
}

const at = (ward: string | null, ...roles: Role[]) => roles.map((role) => ({ role, ward }));

export const DEMO_STAFF: readonly DemoPerson[] = [
  { staffNo: 'N101', name: '李晓梅', title: '主管护师', roles: at('GK1', 'nurse') },
  { staffNo: 'N102', name: '陈思雨', title: '护师', roles: at('GK1', 'nurse') },
  { staffNo: 'N103', name: '吴丽娟', title: '护师', roles: at('GK1', 'nurse') },
  { staffNo: 'H100', name: '周桂芳', title: '骨科护士长', roles: at('GK1', 'head-nurse') },
  { staffNo: 'D201', name: '王建国', title: '骨科主任医师', roles: at('GK1', 'doctor') },
  { staffNo: 'D202', name: '刘志远', title: '骨科主治医师', roles: at('GK1', 'doctor') },
  { staffNo: 'R301', name: '孙明', title: '康复治疗师', roles: at('GK1', 'rehabilitation-therapist') },
  { staffNo: 'N111', name: '赵敏', title: '主管护师', roles: at('XN1', 'nurse') },
  { staffNo: 'N112', name: '黄蓉蓉', title: '护师', roles: at('XN1', 'nurse') },
  { staffNo: 'H110', name: '何秀英', title: '心内科护士长', roles: at('XN1', 'head-nurse') },
  { staffNo: 'D211', name: '郑伟', title: '心内科主任医师', roles: at('XN1', 'doctor') },
  { staffNo: 'N121', name: '马晓燕', title: '口腔科护士', roles: at('KQ', 'nurse', 'head-nurse') },
  { staffNo: 'D221', name: '林涛', title: '口腔科主治医师', roles: at('KQ', 'doctor') },
  { staffNo: 'C401', name: '徐静', title: '个案管理师', roles: at(null, 'case-manager') },
  { staffNo: 'S501', name: '高洁', title: '客服', roles: at(null, 'customer-service') },
  { staffNo: 'K601', name: '钱芳', title: '出院结算台', roles: at(null, 'desk') },
  { staffNo: 'M701', name: '冯媛', title: '社群运营', roles: at(null, 'operator') },
  { staffNo: 'Y702', name: '曹磊', title: '市场部', roles: at(null, 'marketing') },
  { staffNo: 'Q703', name: '邓红', title: '质控科', roles: at(null, 'quality') },
  { staffNo: 'P704', name: '许正', title: '院长', roles: at(null, 'director') },
  { staffNo: 'T801', name: '沈阳', title: '信息科工程师', roles: at(null, 'integration-engineer') },
  { staffNo: 'A900', name: '韩雪', title: '系统管理员', roles: at(null, 'administrator') },
];

/** Shifts of every day; people take turns. */
export const DEMO_SHIFTS: readonly {
  ward: string;
  duty: 'nurse' | 'head-nurse' | 'doctor';
  from: string;
  to: string;
  staff: readonly string[];
}[] = [
  { ward: 'GK1', duty: 'nurse', from: '08:00', to: '17:00', staff: ['N101', 'N102'] },
  { ward: 'GK1', duty: 'nurse', from: '17:00', to: '08:00', staff: ['N103', 'N102'] },
  { ward: 'GK1', duty: 'head-nurse', from: '08:00', to: '17:00', staff: ['H100'] },
  { ward: 'GK1', duty: 'doctor', from: '08:00', to: '08:00', staff: ['D202', 'D201'] },
  { ward: 'XN1', duty: 'nurse', from: '08:00', to: '17:00', staff: ['N111'] },
  { ward: 'XN1', duty: 'nurse', from: '17:00', to: '08:00', staff: ['N112'] },
  { ward: 'XN1', duty: 'head-nurse', from: '08:00', to: '17:00', staff: ['H110'] },
  { ward: 'XN1', duty: 'doctor', from: '08:00', to: '08:00', staff: ['D211'] },
  { ward: 'KQ', duty: 'nurse', from: '08:00', to: '17:00', staff: ['N121'] },
  { ward: 'KQ', duty: 'doctor', from: '08:00', to: '17:00', staff: ['D221'] },
];

/** Logins the greeting and the login page's demo help name. */
export const DEMO_LOGINS = DEMO_STAFF.filter((person) =>
  ['N101', 'H100', 'D201', 'N111', 'T801', 'A900'].includes(person.staffNo),
);

/** The message file the greeting proposes to feed. */
export const DEMO_FEED = 'tools/feed/examples/knee-discharge.hl7';
